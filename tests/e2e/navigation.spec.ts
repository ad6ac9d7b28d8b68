import { navigationTests } from './both/navigation';
import { test } from './fixtures';

navigationTests(test);
