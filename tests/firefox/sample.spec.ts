import { sampleTests } from '../e2e/both/sample';
import { test } from './fixtures';

sampleTests(test);
