import { sampleTests } from './both/sample';
import { test } from './fixtures';

sampleTests(test);
