/** A small MAINTAINERS file with everything in it that the kernel's has; nobody in it exists. */
export const EXAMPLE = `List of maintainers
===================

	M: *Mail* patches to: FullName <address@domain>
	F: *Files* and directories wildcard patterns.

Maintainers List
----------------

8251 SERIAL DRIVER
M:	Ana Bé <Ana@Kernel.Example>
R:	"Doe, Jon" <jon@doe.example> (timing, locking)
L:	linux-serial@vger.example
S:	Maintained
W:	https://serial.example/
T:	git git://git.example/serial.git
F:	drivers/serial/8251*.[ch]
F:	include/linux/8251.h

COMMON BUS LINK (CBL)
M:	Ana Bé <ana@kernel.example>
M:	team@cbl.example
L:	linux-cbl@vger.example (moderated for non-subscribers)
S:	Maintained (64-bit)
S:	Odd fixes (32-bit)
F:	drivers/cbl/
X:	drivers/cbl/old/
N:	[^a-z]cbl
K:	\\bcbl_[a-z]+

# a comment
FORGOTTEN THING
S:	Orphan
F:	drivers/forgotten

GRAPHICS
M:	Zoë Ö <zoe@gfx.example>
F:	drivers/gfx/

THE REST
M:	Pat Penguin <pat@kernel.example>
L:	linux-kernel@vger.example
S:	Buried alive in reporters
F:	*
F:	*/
`;
