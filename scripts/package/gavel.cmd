@echo off
rem The command line of an installed Gavel. It needs Node 20 or later, as `node`.
node "%~dp0resources\gavel.mjs" %*
