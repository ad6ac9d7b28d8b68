import { seedTests } from './both/seed';
import { test } from './fixtures';

seedTests(test);
