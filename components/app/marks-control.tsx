import { DENSITIES, type Density } from '../../lib/model/settings';
import { useWords } from './words';

interface MarksControlProps {
  readonly marksOn: boolean;
  readonly density: Density;
  readonly onMarks: (on: boolean) => void;
  readonly onDensity: (density: Density) => void;
}

/** The switch of all marks, and how much is marked. */
export function MarksControl({ marksOn, density, onMarks, onDensity }: MarksControlProps) {
  const word = useWords();
  return (
    <div class="marks-control">
      <label>
        <input type="checkbox" checked={marksOn} onChange={(event) => onMarks(event.currentTarget.checked)} />
        {word('popup_marks_on')}
      </label>
      <select
        aria-label={word('popup_density')}
        value={density}
        onChange={(event) => onDensity(event.currentTarget.value as Density)}
      >
        {DENSITIES.map((name) => (
          <option key={name} value={name}>
            {word(`density_${name}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
