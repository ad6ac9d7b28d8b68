/** Names, subjects and news of the stories that benches invent. */
export const FIRST = [
  'Ana',
  'Ben',
  'Cora',
  'Dov',
  'Elif',
  'Femi',
  'Gita',
  'Hugo',
  'Ines',
  'Jun',
  'Kofi',
  'Lena',
  'Mateo',
];
export const LAST = [
  'Okoye',
  'Sato',
  'Ruiz',
  'Lind',
  'Marsh',
  'Quispe',
  'Novak',
  'Haddad',
  'Petrov',
  'Silva',
  'Brandt',
];
export const SUBJECTS = [
  'harbour',
  'reservoir',
  'railway',
  'hospital',
  'glacier',
  'mine',
  'ferry',
  'bridge',
  'school',
  'court',
];
export const NEWS = [
  'would reopen in May',
  'had cost four million',
  'was closed without reason',
  'needed a new roof',
];
