import type { ReactNode } from 'react';
import type { Content } from './queries.ts';
import './publication.css';

/** The text as the board shows it, without its title. */
export function ContentView({ content }: { content: Content }): ReactNode {
  return (
    <div className="public-text">
      {content.blocks.map((block, at) =>
        block.kind === 'text' ? (
          <p key={at}>{block.text}</p>
        ) : (
          <div
            key={at}
            className="table-frame"
            role="region"
            tabIndex={0}
            aria-label={block.title === '' ? `表${at + 1}` : block.title}
          >
            <table className="table">
              {block.title === '' ? null : <caption>{block.title}</caption>}
              <thead>
                <tr>
                  {block.header.map((cell, column) => (
                    <th key={column} scope="col">
                      {cell}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {[...block.rows, ...(block.totals.length === 0 ? [] : [block.totals])].map(
                  (row, line) => (
                    <tr key={line}>
                      {row.map((cell, column) => (
                        <td key={column}>{cell}</td>
                      ))}
                    </tr>
                  ),
                )}
              </tbody>
            </table>
          </div>
        ),
      )}
    </div>
  );
}
