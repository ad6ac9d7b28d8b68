import { frameTests } from './both/frames';
import { test } from './fixtures';

frameTests(test);
