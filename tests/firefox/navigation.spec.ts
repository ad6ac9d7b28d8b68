import { navigationTests } from '../e2e/both/navigation';
import { test } from './fixtures';

navigationTests(test);
