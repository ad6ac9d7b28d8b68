import { readerJourney } from '../e2e/both/reader-journey';
import { test } from './fixtures';

readerJourney(test);
