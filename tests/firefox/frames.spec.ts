import { frameTests } from '../e2e/both/frames';
import { test } from './fixtures';

frameTests(test);
