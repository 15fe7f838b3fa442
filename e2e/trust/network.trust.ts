import dgram from 'node:dgram';
import net from 'node:net';
import { expect } from '@playwright/test';
import { figure, test } from './support/proof';

test('Row 1: nothing that a page tries reaches a network', async ({ gavel: { page } }) => {
  const reached: string[] = [];
  const tcp = net.createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (bytes) => {
      reached.push(bytes.toString('latin1').split('\r\n', 1)[0] ?? '');
      socket.destroy();
    });
    reached.push('tcp');
  });
  const udp = dgram.createSocket('udp4').on('message', () => reached.push('udp'));
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
  const tcpPort = (tcp.address() as net.AddressInfo).port;
  const tried = await page.evaluate(
    async ([tcpOf, udpOf]) => {
      const url = `http://127.0.0.1:${String(tcpOf)}/`;
      const add = (tag: string, attributes: Readonly<Record<string, string>>): void => {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        document.body.append(element);
      };
      const sheet = (css: string) => () => {
        const made = new CSSStyleSheet();
        made.replaceSync(css);
        document.adoptedStyleSheets.push(made);
      };
      const attempts: readonly (() => unknown)[] = [
        () => fetch(url),
        () => fetch(url, { mode: 'no-cors', keepalive: true }),
        () => fetch(url.replace('127.0.0.1', 'localhost'), { mode: 'no-cors' }),
        () => {
          const asked = new XMLHttpRequest();
          asked.open('GET', url, false);
          asked.send();
        },
        () => navigator.sendBeacon(url, 'x'),
        () => new WebSocket(url.replace('http', 'ws')),
        () => new EventSource(url),
        () => import(/* @vite-ignore */ url),
        () => navigator.serviceWorker.register(url),
        () => Object.assign(new Image(), { src: url }),
        () => document.body.setAttribute('style', `background: url(${url})`),
        () => Object.assign(document.body.style, { backgroundImage: `url(${url})` }),
        sheet(`body { background: image-set("${url}" 1x) }`),
        sheet(`@font-face { font-family: probe; src: url(${url}) } body { font-family: probe }`),
        () => new FontFace('other', `url(${url})`).load(),
        ...['iframe', 'video', 'audio', 'embed', 'img'].map((tag) => () => {
          add(tag, { src: url });
        }),
        () => {
          add('object', { data: url });
        },
        () => {
          add('img', { srcset: `${url} 1x` });
        },
        () => {
          const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
          const image = document.createElementNS('http://www.w3.org/2000/svg', 'image');
          image.setAttribute('href', url);
          picture.append(image);
          document.body.append(picture);
        },
        () => {
          const form = document.body.appendChild(Object.assign(document.createElement('form'), { action: url }));
          form.submit();
        },
        () => {
          const link = Object.assign(document.createElement('a'), { href: 'app://gavel/#x', ping: url });
          document.body.appendChild(link).click();
        },
        ...['stylesheet', 'prefetch', 'preconnect', 'dns-prefetch', 'preload', 'modulepreload', 'icon', 'manifest'].map(
          (rel) => () => {
            document.head.appendChild(Object.assign(document.createElement('link'), { rel, href: url, as: 'fetch' }));
          },
        ),
        ...[
          `stun:127.0.0.1:${String(udpOf)}`,
          `turn:127.0.0.1:${String(udpOf)}`,
          `turn:127.0.0.1:${String(tcpOf)}?transport=tcp`,
        ].map((urls) => async () => {
          const peer = new RTCPeerConnection({ iceServers: [{ urls, username: 'a', credential: 'b' }] });
          peer.createDataChannel('x');
          await peer.setLocalDescription(await peer.createOffer());
        }),
      ];
      for (const attempt of attempts) {
        try {
          await Promise.race([attempt(), new Promise((resolve) => setTimeout(resolve, 500))]);
        } catch {
          // refused at once, as it should be
        }
      }
      return attempts.length;
    },
    [tcpPort, udp.address().port] as const,
  );
  await page.waitForTimeout(2_000);
  expect(reached).toEqual([]);
  expect(tried).toBeGreaterThanOrEqual(12);
  figure(`0 of ${String(tried)} ways reached a listener`);

  // the listener does hear what arrives
  const probe = net.connect(tcpPort, '127.0.0.1', () => probe.end('GET /probe\r\n'));
  await expect.poll(() => reached).toContain('GET /probe');
  tcp.close();
  udp.close();
});
