import { crc32, deflateSync } from 'node:zlib';

/** Pictures for tests: a real JPEG and PNG, dressed with what cameras and programs add. */

const JPEG = Buffer.from(
  [
    '/9j/4AAQSkZJRgABAQEAAwADAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQ',
    'c1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk',
    'pKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAkABkDASIAAhEBAxEB/8QAGAAAAwEBAAAAAAAAAAAAAAAA',
    'AAUGAwT/xAAvEAABAgQEAwUJAAAAAAAAAAABAAQCAxESBQY1slFzghMUFiFhIkFTVIGRo7HR/8QAFAEBAAAAAAAA',
    'AAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AO3GMcOGO4JPd+0EUAjrfT3kcDwS',
    '/wAVm64svOvxjT9LDN+qSuSN0SRoK/DMxF++lti1EF9favrSgJ4eieqGy3rjbq2lXKCPzfqkrkjdEkaeZv1SVyRu',
    'iSNAzy3rjbq2lXKhst6426tpVyg43mFsn00TXMm+MQ2g3RDy+h9Vh4ewv5X8kX9QhBs1whgzndtIbiGYBQRGImn3',
    'K7UIQf/Z',
  ].join(''),
  'base64',
);

export const plainJpeg = (): Buffer => Buffer.from(JPEG);

export function jpegSegment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** Exif data with an orientation, a maker and a GPS block. */
export function exif(orientation: number, little: boolean): Buffer {
  const tiff = Buffer.alloc(120);
  const short = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  const long = (value: number, at: number) =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  tiff.write(little ? 'II' : 'MM', 0, 'latin1');
  short(42, 2);
  long(8, 4);
  short(3, 8);
  const entry = (index: number, tag: number, type: number, count: number) => {
    short(tag, 10 + index * 12);
    short(type, 12 + index * 12);
    long(count, 14 + index * 12);
    return 18 + index * 12;
  };
  long(60, entry(0, 0x010f, 2, 12));
  short(orientation, entry(1, 0x0112, 3, 1));
  long(80, entry(2, 0x8825, 4, 1));
  tiff.write('SECRETMAKER\0', 60, 'latin1');
  tiff.write('N30.123456E120.654321', 80, 'latin1');
  return tiff;
}

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

/** The JPEG as a telephone sends it: place, comment, captions, preview, a film behind the end. */
export function dressedJpeg(orientation = 6, little = true): Buffer {
  return Buffer.concat([
    JPEG.subarray(0, 2),
    jpegSegment(0xe1, Buffer.concat([latin('Exif\0\0'), exif(orientation, little)])),
    jpegSegment(0xe1, latin('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta GPSLatitude="30.123456"/>')),
    jpegSegment(0xe2, latin('MPF\0SECRETPREVIEW')),
    jpegSegment(0xed, latin('Photoshop 3.0\x008BIM SECRETCITY')),
    jpegSegment(0xfe, latin('SECRET comment')),
    JPEG.subarray(2),
    latin('ftypmp42 SECRETFILM 30.123456'),
  ]);
}

export function pngChunk(name: string, body: Buffer): Buffer {
  const out = Buffer.alloc(body.length + 12);
  out.writeUInt32BE(body.length, 0);
  out.write(name, 4, 'latin1');
  body.copy(out, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + body.length)), 8 + body.length);
  return out;
}

const SIGNATURE = latin('\x89PNG\r\n\x1a\n');
const header = pngChunk('IHDR', Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 8, 0, 0, 0, 0]));
const pixels = pngChunk('IDAT', deflateSync(Buffer.from([0, 1, 2, 0, 3, 4])));
const end = pngChunk('IEND', Buffer.alloc(0));

export const plainPng = (): Buffer => Buffer.concat([SIGNATURE, header, pixels, end]);

export const dressedPng = (orientation = 1): Buffer =>
  Buffer.concat([
    SIGNATURE,
    header,
    pngChunk('tEXt', latin('Comment\0SECRET place')),
    pngChunk('iTXt', latin('XML:com.adobe.xmp\0\0\0\0\0SECRET 30.123456')),
    pngChunk('tIME', Buffer.from([7, 0xea, 5, 11, 9, 0, 0])),
    pngChunk('eXIf', exif(orientation, false)),
    pixels,
    end,
    latin('SECRET behind the end'),
  ]);
