import { readerJourney } from './both/reader-journey';
import { test } from './fixtures';

readerJourney(test);
