import type { PlainDate } from '#kernel/plain-date';

/**
 * The neutral document: plain data (it survives JSON), rendered to Word, Excel and print HTML.
 * Prose is typed; every number is a `Figure` that carries its source, or a `Quoted` datum that
 * names the paper it was taken from.
 */
export interface Document {
  readonly title: string;
  /** Below the title: the author of a report, the year of a ledger. */
  readonly subtitle?: string;
  /** The issuing organ. With `number` an official paper gets the red head (GB/T 9704-2012 7.2). */
  readonly organ?: string;
  /** The document number, `×党发〔2023〕5号`; in forms it stands in the line under the title. */
  readonly number?: string;
  /** 主送机关; the full-width colon is added when it is missing (7.3.2). */
  readonly recipient?: string;
  /** In forms: one to three texts under the title, set left, centre, right (单位, 日期, 金额单位). */
  readonly caption?: readonly Inlines[];
  readonly blocks: readonly Block[];
  readonly sign?: Sign;
  /** Names of the attachments, without numbers and full stop (7.3.4). */
  readonly attachments?: readonly string[];
  /** 附注 in official papers (brackets are added, 7.3.6), small notes under a form. */
  readonly notes?: readonly string[];
  /** True asks for the list 数据来源 of all figures and quoted data at the end. */
  readonly sources?: boolean;
  readonly orientation?: Orientation;
  readonly layout: Layout;
  /** Small lines in the foot of each page: seal of the audit log, fingerprint of the text. */
  readonly footer?: readonly string[];
  /** False leaves the page numbers out. */
  readonly pageNumbers?: boolean;
}

/** official: GB/T 9704-2012; form: tables and ledgers; book: cover, contents, chapters. */
export type Layout = 'official' | 'form' | 'book';
export type Orientation = 'portrait' | 'landscape';
export type Align = 'left' | 'center' | 'right';

export interface Sign {
  /** The organ, or the person who signs (`述职人：王建国`). */
  readonly organ: string;
  readonly date: PlainDate;
  /** True where a seal will be set on it: the organ is centred over the date (7.3.5.1). */
  readonly sealed?: boolean;
}

/** A bare string is plain text. */
export type Inline = string | Strong | Figure | Quoted | Blank | SourceLink;
export type Inlines = string | readonly Inline[];

export interface Strong {
  readonly kind: 'strong';
  readonly text: string;
}

/** A number from records. `text` is what is printed, without the unit of the sentence. */
export interface Figure {
  readonly kind: 'figure';
  /** The indicator's name, at most 64 characters: the tag by which a checker reads it back. */
  readonly name: string;
  readonly value: number | string;
  readonly unit: string;
  readonly text: string;
  readonly source: FigureSource;
}

export interface FigureSource {
  /** Opens the records: the argument of `linkForSource`. */
  readonly id: string;
  /** What was counted, as the source list names it: `支部委员会会议`. */
  readonly label: string;
  readonly rowCount: number;
  /** Definition and period in one sentence. */
  readonly definition?: string;
}

/** 引用数据: taken from a paper, not from records; printed with the mark 据××. */
export interface Quoted {
  readonly kind: 'quoted';
  readonly name: string;
  readonly value: number | string;
  readonly unit: string;
  readonly text: string;
  readonly source: { readonly document: string; readonly date: PlainDate; readonly by: string };
}

/** A line for handwriting, in widths of one Chinese character. */
export interface Blank {
  readonly kind: 'blank';
  readonly chars: number;
}

/** Words that open the records of a source where the output can link; plain words on paper. */
export interface SourceLink {
  readonly kind: 'sourceLink';
  readonly id: string;
  readonly text: string;
}

export type Block =
  | Heading
  | Paragraph
  | Table
  | List
  | Checklist
  | Signatures
  | Contents
  | PageBreak
  | Section;

export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  readonly text: Inlines;
  /** Text that runs on behind the heading in the same paragraph (usual at levels 3 and 4). */
  readonly body?: Inlines;
  /** False: no number “一、”, and the count is not moved. */
  readonly numbered?: boolean;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: Inlines;
  readonly align?: Align;
  /** False: flush left; otherwise two characters in official papers and books. */
  readonly indent?: boolean;
}

export interface Table {
  readonly kind: 'table';
  readonly title?: string;
  readonly columns: readonly Column[];
  /** Header rows of one's own (merged heads); otherwise one row of the columns' headers. */
  readonly header?: readonly Row[];
  readonly rows: readonly Row[];
  readonly totals?: readonly Row[];
  /** Empty rows after the last, for handwriting. */
  readonly blankRows?: number;
  /** Least height of body rows in millimetres. */
  readonly rowHeight?: number;
  /** 小五 instead of 五号, for ledgers of many columns. */
  readonly small?: boolean;
}

export interface Column {
  readonly header?: string;
  /** Fixed width in millimetres; the rest of the width is shared by weight (1). */
  readonly mm?: number;
  readonly weight?: number;
  readonly align?: Align;
}

export type Row = readonly Cell[] | { readonly cells: readonly Cell[]; readonly height?: number };

/** A bare text, or a cell with its spans. Columns covered by a span above or to the left are left out. */
export type Cell = Inlines | FullCell;

export interface FullCell {
  readonly kind: 'cell';
  /** One text per paragraph. */
  readonly lines: readonly CellLine[];
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly align?: Align;
  readonly vertical?: 'top' | 'center' | 'bottom';
  /** A label of a form or a head: set in the weight of the header. */
  readonly label?: boolean;
}

export type CellLine = Inlines | { readonly text: Inlines; readonly align: Align };

export interface List {
  readonly kind: 'list';
  readonly ordered?: boolean;
  readonly items: readonly Inlines[];
}

export interface Checklist {
  readonly kind: 'checklist';
  readonly items: readonly { readonly text: Inlines; readonly done: boolean }[];
}

/** Lines to sign on: `主持人（签名）：________`. */
export interface Signatures {
  readonly kind: 'signatures';
  readonly labels: readonly string[];
  /** A place for the day behind each line. */
  readonly dated?: boolean;
}

/** 目录 of the headings down to `levels` (2), with page numbers in Word. */
export interface Contents {
  readonly kind: 'contents';
  readonly levels?: 1 | 2 | 3 | 4;
}

export interface PageBreak {
  readonly kind: 'pageBreak';
}

/** A new page in the orientation given, up to the next section. */
export interface Section {
  readonly kind: 'section';
  readonly orientation: Orientation;
}
