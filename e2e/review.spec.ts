import fs from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import axe from 'axe-core';
import { writeFile } from '../shared/file/write';
import type { AnyEntry } from '../shared/record/entry';
import { sha256Of } from '../shared/record/sha256';
import { launchApp, newUserData, ROOT } from './support/app';
import { chooseToSave, moderator, savedText, type Moderator } from './support/moderator';
