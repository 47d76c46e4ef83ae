import classes from './evidence.module.css';

interface Props {
  readonly caption: string;
  readonly columns: readonly string[];
  /** Over the numbers, which stand last. */
  readonly number: string;
}

/** What rows of evidence are, and what stands in their columns. */
export function RowsHead({ caption, columns, number }: Props) {
  return (
    <>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          <th scope="col" className={classes.amount}>
            {number}
          </th>
        </tr>
      </thead>
    </>
  );
}
