import { seedTests } from '../e2e/both/seed';
import { test } from './fixtures';

seedTests(test);
