import { labelOfPerson, names, peopleOf, personOfLabel } from './people-list.js';

it('knows each person once, by name where there is one', () => {
  const people = peopleOf([
    { username: 'hoa' },
    { username: 'nam' },
    { username: 'hoa', name: 'Trần Thị Hoa' },
    { username: 'hoa' },
  ]);
  expect(people.map(labelOfPerson)).toEqual(['Trần Thị Hoa (hoa)', 'nam']);
  expect(personOfLabel(people, 'Trần Thị Hoa (hoa)')).toBe('hoa');
  expect(personOfLabel(people, 'lan')).toBe('lan');
});

it('finds a person by a part of the name, accents or not', () => {
  expect(names('thi HOA', 'Trần Thị Hoa (hoa)')).toBe(true);
  expect(names('tra vinh', 'officer-tra-vinh')).toBe(true);
  expect(names('lan', 'Trần Thị Hoa (hoa)')).toBe(false);
});
