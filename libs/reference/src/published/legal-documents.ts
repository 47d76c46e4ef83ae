import type { LegalDocument } from '../legal-document/legal-document.events.js';

type Row = readonly [number: string, title: string, issuedOn?: string, inForceOn?: string];

/** Who issued them, and where numbers are only unique with their issuer, a prefix of the id. */
interface Group {
  readonly issuer: string;
  readonly prefix?: string;
  readonly rows: readonly Row[];
}

const GROUPS: readonly Group[] = [
  {
    issuer: 'Quốc hội',
    rows: [
      ['45/2019/QH14', 'Bộ luật Lao động', '2019-11-20', '2021-01-01'],
      ['91/2015/QH13', 'Bộ luật Dân sự', '2015-11-24', '2017-01-01'],
      ['23/2012/QH13', 'Luật Hợp tác xã', '2012-11-20', '2013-07-01'],
      ['17/2023/QH15', 'Luật Hợp tác xã', '2023-06-20', '2024-07-01'],
      ['83/2015/QH13', 'Luật Ngân sách nhà nước', '2015-06-25', '2017-01-01'],
      ['89/2025/QH15', 'Luật Ngân sách nhà nước', undefined, '2026-01-01'],
      ['20/2023/QH15', 'Luật Giao dịch điện tử', '2023-06-22', '2024-07-01'],
      ['33/2024/QH15', 'Luật Lưu trữ', '2024-06-21', '2025-07-01'],
      ['91/2025/QH15', 'Luật Bảo vệ dữ liệu cá nhân', undefined, '2026-01-01'],
      ['116/2025/QH15', 'Luật An ninh mạng', undefined, '2026-07-01'],
      ['28/2026/QH16', 'Nghị quyết về Ngày Văn hóa Việt Nam 24/11'],
      ['30/2026/QH16', 'Nghị quyết về thành phố Đồng Nai', undefined, '2026-04-30'],
    ],
  },
  {
    issuer: 'Chính phủ',
    rows: [
      ['88/2005/NĐ-CP', 'Một số chính sách hỗ trợ, khuyến khích phát triển hợp tác xã', '2005-07-11'],
      ['151/2007/NĐ-CP', 'Tổ chức và hoạt động của tổ hợp tác', '2007-10-10'],
      ['45/2012/NĐ-CP', 'Khuyến công', '2012-05-21', '2012-07-05'],
      ['81/2018/NĐ-CP', 'Hoạt động xúc tiến thương mại', '2018-05-22', '2018-07-15'],
      ['77/2019/NĐ-CP', 'Tổ hợp tác', '2019-10-10', '2019-11-25'],
      ['30/2020/NĐ-CP', 'Công tác văn thư', '2020-03-05', '2020-03-05'],
      ['134/NQ-CP', 'Chương trình hành động thực hiện Kết luận số 70-KL/TW', '2020-09-25'],
      ['45/2021/NĐ-CP', 'Thành lập, tổ chức và hoạt động của Quỹ hỗ trợ phát triển hợp tác xã', '2021-03-31', '2021-05-15'],
      [
        '104/2022/NĐ-CP',
        'Sửa đổi, bổ sung các nghị định liên quan đến nộp, xuất trình sổ hộ khẩu, giấy tờ',
        '2022-12-21',
        '2023-01-01',
      ],
      ['86/2024/NĐ-CP', 'Mức trích, phương pháp trích lập dự phòng rủi ro và sử dụng dự phòng', '2024-07-11', '2024-07-11'],
      ['92/2024/NĐ-CP', 'Đăng ký tổ hợp tác, hợp tác xã, liên hiệp hợp tác xã', '2024-07-18', '2024-07-18'],
      ['113/2024/NĐ-CP', 'Quy định chi tiết một số điều của Luật Hợp tác xã', '2024-09-12', '2024-11-01'],
      ['235/2025/NĐ-CP', 'Sửa đổi, bổ sung Nghị định số 45/2012/NĐ-CP về khuyến công', '2025-08-27', '2025-10-15'],
      ['254/2025/NĐ-CP', 'Quản lý, thanh toán, quyết toán vốn đầu tư công'],
      ['347/2025/NĐ-CP', 'Thủ tục hành chính thuộc lĩnh vực Kho bạc Nhà nước'],
      ['356/2025/NĐ-CP', 'Quy định chi tiết Luật Bảo vệ dữ liệu cá nhân'],
      ['73/2026/NĐ-CP', 'Quy định chi tiết Luật Ngân sách nhà nước'],
      ['331/2026/NĐ-CP', 'Bảo đảm an toàn hệ thống thông tin theo cấp độ'],
    ],
  },
  {
    issuer: 'Thủ tướng Chính phủ',
    rows: [
      ['246/2006/QĐ-TTg', 'Thành lập Quỹ hỗ trợ phát triển hợp tác xã', '2006-10-27'],
      ['2261/QĐ-TTg', 'Chương trình hỗ trợ phát triển hợp tác xã giai đoạn 2015-2020', '2014-12-15'],
      ['23/2017/QĐ-TTg', 'Tổ chức và hoạt động của Quỹ hỗ trợ phát triển hợp tác xã', '2017-06-22'],
      ['461/QĐ-TTg', 'Đề án phát triển 15.000 hợp tác xã, liên hiệp hợp tác xã nông nghiệp hoạt động có hiệu quả', '2018-04-27'],
      ['1804/QĐ-TTg', 'Chương trình hỗ trợ phát triển kinh tế tập thể, hợp tác xã giai đoạn 2021-2025', '2020-11-13'],
      [
        '167/QĐ-TTg',
        'Đề án lựa chọn, hoàn thiện, nhân rộng mô hình hợp tác xã kiểu mới hiệu quả giai đoạn 2021-2025',
        '2021-02-03',
      ],
      ['148/2023/QĐ-TTg', 'Bộ tiêu chí và quy trình đánh giá, phân hạng sản phẩm Chương trình mỗi xã một sản phẩm', '2023-02-24'],
      ['19/2025/QĐ-TTg', 'Bảng danh mục và mã số các đơn vị hành chính Việt Nam', undefined, '2025-07-01'],
      ['1489/QĐ-TTg', 'Sửa đổi quy trình đánh giá, phân hạng sản phẩm Chương trình mỗi xã một sản phẩm', '2025-07-06'],
    ],
  },
  {
    issuer: 'Ban Chấp hành Trung ương, Bộ Chính trị',
    rows: [
      ['13-NQ/TW', 'Tiếp tục đổi mới, phát triển và nâng cao hiệu quả kinh tế tập thể', '2002-03-18'],
      ['56-KL/TW', 'Đẩy mạnh thực hiện Nghị quyết Trung ương 5 khóa IX về kinh tế tập thể', '2013-02-21'],
      ['70-KL/TW', 'Tiếp tục thực hiện Nghị quyết Trung ương 5 khóa IX về kinh tế tập thể', '2020-03-09'],
      ['20-NQ/TW', 'Tiếp tục đổi mới, phát triển và nâng cao hiệu quả kinh tế tập thể trong giai đoạn mới', '2022-06-16'],
    ],
  },
  {
    issuer: 'Bộ Tài chính',
    rows: [
      ['28/2018/TT-BTC', 'Lập, quản lý, sử dụng kinh phí khuyến công', '2018-03-28'],
      [
        '124/2021/TT-BTC',
        'Quản lý kinh phí Chương trình hỗ trợ phát triển kinh tế tập thể, hợp tác xã 2021-2025',
        '2021-12-30',
        '2022-02-14',
      ],
      [
        '52/2022/TT-BTC',
        'Cơ chế quản lý tài chính và đánh giá hiệu quả hoạt động của Quỹ hỗ trợ phát triển hợp tác xã',
        '2022-08-12',
        '2022-10-01',
      ],
      ['17/2024/TT-BTC', 'Kiểm soát, thanh toán các khoản chi thường xuyên qua Kho bạc Nhà nước'],
      ['64/2024/TT-BTC', 'Sửa đổi, bổ sung Thông tư số 28/2018/TT-BTC'],
      ['26/2026/TT-BTC', 'Tổ chức thực hiện, khoá sổ, quyết toán ngân sách nhà nước', undefined, '2026-01-01'],
      ['60/2026/TT-BTC', 'Kinh phí Chương trình mỗi xã một sản phẩm'],
    ],
  },
  {
    issuer: 'Bộ Tài chính, Bộ Công Thương',
    rows: [['26/2014/TTLT-BTC-BCT', 'Trình tự lập, quản lý, sử dụng kinh phí khuyến công', '2014-02-18']],
  },
  {
    issuer: 'Bộ Công Thương',
    rows: [
      ['36/2013/TT-BCT', 'Xây dựng kế hoạch, tổ chức thực hiện và quản lý kinh phí khuyến công quốc gia', '2013-12-27'],
      ['26/2014/TT-BCT', 'Bình chọn sản phẩm công nghiệp nông thôn tiêu biểu', '2014-08-28'],
      ['11/2019/TT-BCT', 'Thực hiện Chương trình cấp quốc gia về xúc tiến thương mại', '2019-07-30'],
      ['2646/QĐ-BCT', 'Chương trình khuyến công quốc gia giai đoạn 2026-2030', '2025-09-23'],
    ],
  },
  {
    issuer: 'Ngân hàng Nhà nước Việt Nam',
    rows: [
      ['15/2010/TT-NHNN', 'Phân loại nợ, trích lập dự phòng của tổ chức tài chính quy mô nhỏ'],
      ['39/2016/TT-NHNN', 'Hoạt động cho vay của tổ chức tín dụng đối với khách hàng', '2016-12-30', '2017-03-15'],
      ['14/2017/TT-NHNN', 'Phương pháp tính lãi trong hoạt động nhận tiền gửi, cấp tín dụng', '2017-09-29', '2018-01-01'],
      ['14/2024/TT-NHNN', 'Phân loại tài sản có của tổ chức tài chính vi mô', undefined, '2024-08-12'],
      ['31/2024/TT-NHNN', 'Phân loại tài sản có của ngân hàng thương mại, tổ chức tín dụng phi ngân hàng'],
    ],
  },
  {
    issuer: 'Bộ Kế hoạch và Đầu tư',
    rows: [
      ['01/2020/TT-BKHĐT', 'Hướng dẫn phân loại và đánh giá hợp tác xã', '2020-02-19', '2020-04-01'],
      ['09/2024/TT-BKHĐT', 'Biểu mẫu, hệ thống thông tin quốc gia về hợp tác xã'],
    ],
  },
  {
    issuer: 'Tỉnh uỷ Trà Vinh',
    prefix: 'tra-vinh',
    rows: [
      ['42-KH/TU', 'Kế hoạch thực hiện Kết luận số 56-KL/TW', '2013-07-31'],
      ['16-NQ/TU', 'Xây dựng và phát triển kinh tế tập thể giai đoạn 2015-2020', '2014-09-09'],
    ],
  },
  {
    issuer: 'UBND tỉnh Trà Vinh',
    prefix: 'tra-vinh',
    rows: [
      ['26/KH-UBND', 'Xây dựng và phát triển kinh tế tập thể tỉnh Trà Vinh năm 2015', '2014-12-31'],
      ['22/KH-UBND', 'Chuyển đổi các hợp tác xã hoạt động theo Luật Hợp tác xã năm 2012', '2015-09-15'],
      ['26/KH-UBND', 'Phát triển kinh tế tập thể tỉnh Trà Vinh 05 năm (2016-2020)', '2015-10-23'],
    ],
  },
  {
    issuer: 'UBND tỉnh Sóc Trăng',
    prefix: 'soc-trang',
    rows: [['54/KH-UBND', 'Kế hoạch về phát triển kinh tế tập thể', '2013-08-21']],
  },
  {
    issuer: 'Tỉnh uỷ Quảng Trị',
    prefix: 'quang-tri',
    rows: [['47-CTr/TU', 'Chương trình hành động thực hiện Nghị quyết số 20-NQ/TW', '2022-12-01']],
  },
  {
    issuer: 'UBND tỉnh Quảng Trị',
    prefix: 'quang-tri',
    rows: [
      ['2303/QĐ-UBND', 'Ban Chỉ đạo Đổi mới và Phát triển kinh tế tập thể tỉnh', '2022-09-08'],
      ['3011/QĐ-UBND', 'Chương trình hỗ trợ phát triển kinh tế tập thể, hợp tác xã giai đoạn 2022-2025', '2022-11-24'],
      ['3159/QĐ-UBND', 'Kế hoạch đổi mới, phát triển hợp tác xã nông nghiệp giai đoạn 2022-2026', '2022-12-12'],
      ['281/QĐ-UBND', 'Kế hoạch thực hiện Chương trình hành động số 47-CTr/TU', '2023-02-17'],
    ],
  },
  {
    issuer: 'HĐND tỉnh Bắc Giang',
    prefix: 'bac-giang',
    rows: [['24/2018/NQ-HĐND', 'Một số chính sách hỗ trợ, khuyến khích phát triển hợp tác xã nông nghiệp', '2018-12-07']],
  },
  {
    issuer: 'UBND tỉnh Bắc Giang',
    prefix: 'bac-giang',
    rows: [
      ['165/KH-UBND', 'Kế hoạch thực hiện Kết luận số 70-KL/TW', '2020-06-10'],
      ['375/CTr-UBND', 'Chương trình hành động thực hiện Nghị quyết số 134/NQ-CP', '2020-12-14'],
    ],
  },
];

/** Latin letters and digits of a number, and the year of issue where the number has none: `26-kh-ubnd-2014`. */
function slugOf(prefix: string | undefined, number: string, issuedOn: string | undefined): string {
  const plain = number
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
  const year = /\/(?:19|20)\d{2}\//.test(number) ? [] : issuedOn ? [issuedOn.slice(0, 4)] : [];
  return [...(prefix ? [prefix] : []), plain.replace(/[^a-z0-9]+/g, '-'), ...year].join('-');
}

/** Texts that the rules and the reports rest on (domain.md; features.md 1.3). Days not at hand are left out. */
export const publishedLegalDocuments: readonly LegalDocument[] = GROUPS.flatMap(({ issuer, prefix, rows }) =>
  rows.map(([number, title, issuedOn, inForceOn]) => ({
    legalDocumentId: slugOf(prefix, number, issuedOn),
    number,
    title,
    issuer,
    ...(issuedOn && { issuedOn }),
    ...(inForceOn && { inForceOn }),
  })),
);
