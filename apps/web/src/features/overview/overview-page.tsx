import { Table } from '@mantine/core';
import type { FigureRows } from '../../shared/api/answers.js';
import { useRead } from '../../shared/api/reads.js';
import { FigureNumber } from '../../shared/figures/figure-number.js';
import { Page } from '../../shared/ui/page.js';

export function OverviewPage() {
  const { data } = useRead<FigureRows>('/api/v1/figures/support.total', { groupBy: 'programme' });
  return (
    <Page title="Tổng quan">
      <Table>
        <Table.Tbody>
          {data?.rows.map((row) => (
            <Table.Tr key={row.key}>
              <Table.Td>{row.label}</Table.Td>
              <Table.Td className="soquy-number">
                <FigureNumber figure={row} label={row.label ?? ''} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Page>
  );
}
