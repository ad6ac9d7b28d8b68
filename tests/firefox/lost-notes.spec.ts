import { lostNoteTests } from '../e2e/both/lost-notes';
import { test } from './fixtures';

lostNoteTests(test);
