import { screenWords } from '../words/screen-words.js';

export const sessionWords = screenWords({
  title: { vi: 'Đăng nhập', en: 'Sign in' },
  username: { vi: 'Tên đăng nhập', en: 'Username' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  submit: { vi: 'Đăng nhập', en: 'Sign in' },
  ended: { vi: 'Hết phiên làm việc', en: 'Your session ended' },
  endedWhy: { vi: 'Đăng nhập lại để tiếp tục, nội dung vẫn còn.', en: 'Sign in again to continue; your input is kept.' },
  notMe: { vi: 'Người khác dùng máy: bỏ nội dung đang nhập', en: 'Someone else is using this device: discard what was typed' },
  failed: { vi: 'Chưa đăng nhập được. Hãy thử lại.', en: 'You could not be signed in. Try again.' },
  asGuest: { vi: 'Xem số liệu công khai, không đăng nhập', en: 'See public figures without signing in' },
  demo: { vi: 'Dữ liệu mẫu: các tài khoản dùng chung mật khẩu', en: 'Sample data: the accounts share the password' },
});
