import { isIP } from 'node:net';

export interface SheetFacts {
  readonly hosts: readonly string[];
  readonly port: number;
  /** SHA-256 of the authority's certificate, as computers show it. */
  readonly fingerprint: string;
  /** How long the server's certificate lasts. */
  readonly days: number;
}

/** One page to print and lay beside every computer. */
export function installSheet(facts: SheetFacts): string {
  const addresses = facts.hosts
    .filter((host) => host !== 'localhost' && !host.startsWith('127.'))
    .map((host) => `    https://${isIP(host) === 6 ? `[${host}]` : host}:${facts.port}`);
  return `支部系统证书安装说明

一、这是什么
    系统用 HTTPS 加密传输。每台要使用系统的电脑，先装一次 authority.crt（根证书），浏览器就不再提示“不安全”。
    这张根证书只对下列地址有效，签发用的私钥已经销毁，不能再用来签发别的证书：
${addresses.join('\n')}

二、核对
    安装时请核对指纹（SHA-256），与下面一致才可以安装：
    ${facts.fingerprint}

三、Windows
    1. 双击 authority.crt，点“安装证书”，选“本地计算机”。
    2. 选“将所有的证书都放入下列存储”，点“浏览”，选“受信任的根证书颁发机构”，完成。
    3. 关闭浏览器重新打开。

四、统信 UOS、麒麟等 Linux
    1. 以管理员身份执行：
       cp authority.crt /usr/local/share/ca-certificates/zhibu.crt && update-ca-certificates
    2. 浏览器：设置 → 隐私和安全 → 管理证书 → 授权机构 → 导入 authority.crt，勾选“信任此证书可标识网站”。

五、服务器
    设置环境变量后启动：
       ZHIBU_HOST=0.0.0.0
       ZHIBU_TLS_CERT=server.pem 的完整路径
       ZHIBU_TLS_KEY=server.key 的完整路径（只有运行系统的用户可读，不要外传）
    证书自今日起 ${facts.days} 天内有效，到期前重新运行 npm run zhibu -- make-cert，并在各台电脑上重装。
`;
}
