import { Problem, type ExportFailure } from '@soquy/platform';

const BROKEN: ExportFailure = {
  code: 'Interrupted',
  detail: { vi: 'Việc truyền hoặc tạo tệp đã bị ngắt.', en: 'The transfer or the making of the file was interrupted.' },
};

/** What a manifest says of a file that did not come about. */
export const failureOf = (error: unknown): ExportFailure =>
  error instanceof Problem ? { code: error.code, detail: error.detail } : BROKEN;
