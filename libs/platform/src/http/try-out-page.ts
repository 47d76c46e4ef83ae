/** The try-out page; its address ends without a slash, so the links are absolute. */
export const PAGE = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sổ Quỹ: API</title>
<link rel="stylesheet" href="/api/docs/files/swagger-ui.css">
<link rel="stylesheet" href="/api/docs/try-out.css">
</head>
<body>
<div id="try-out"></div>
<script src="/api/docs/files/swagger-ui-bundle.js"></script>
<script src="/api/docs/try-out.js"></script>
</body>
</html>
`;

export const STYLE = 'body { margin: 0; background: #fafafa; }\n';

/** Signing in on the page is enough: the token of the session goes along with every recording. */
export const SCRIPT = `let csrfToken;
const current = fetch('/api/v1/sessions/current')
  .then((answer) => (answer.ok ? answer.json() : {}))
  .then((session) => { csrfToken = session.csrfToken; });

async function prepare(request) {
  await current;
  const { method = 'GET', headers } = request;
  if (method === 'GET') return request;
  if (csrfToken && !headers['X-CSRF-Token']) headers['X-CSRF-Token'] = csrfToken;
  return request;
}

function remember(answer) {
  if (answer.url.endsWith('/api/v1/sessions') && answer.obj && answer.obj.csrfToken) csrfToken = answer.obj.csrfToken;
  return answer;
}

window.SwaggerUIBundle({
  url: '/api/v1/openapi.json',
  dom_id: '#try-out',
  deepLinking: true,
  docExpansion: 'none',
  validatorUrl: null,
  requestInterceptor: prepare,
  responseInterceptor: remember,
});
`;
