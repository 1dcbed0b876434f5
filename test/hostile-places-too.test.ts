import { hostilePlaces } from './hostile/places.js';

hostilePlaces(1);
