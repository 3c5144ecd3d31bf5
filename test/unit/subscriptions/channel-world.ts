/** A world whose built-in list came with the package, with a publisher of newer versions. */
import { documentOf } from '../../../lib/formats/channel/list-update.ts';
import type { KnowledgeList } from '../../../lib/knowledge/model/schema.ts';
import { phrasesIn } from '../../../lib/store/db.ts';
import { readList } from '../../../lib/store/lists/read-records.ts';
import { replaceList } from '../../../lib/store/lists/seed.ts';
import { CHANNEL_OFF } from '../../../lib/subscriptions/channel/channel.ts';
import { updateLists } from '../../../lib/subscriptions/update-lists.ts';
import type { UpdateOutcome } from '../../../lib/subscriptions/decide-update.ts';
import { Publisher } from '../../support/publisher.ts';
import { parsedList } from './list-documents.ts';
import { World, forever } from './world.ts';

const HOST = 'https://channel.example/';
const JSON_TYPE = { 'content-type': 'application/json' };

/** A version of the built-in list with many firms, every tenth of which states the version. */
export const version = (n: number, firms = 40, more: Record<string, unknown> = {}): KnowledgeList =>
  parsedList(n, firms, more);

export class ChannelWorld extends World {
  readonly publisher = new Publisher();

  /** The package contains `list`, and the user agreed to the channel. */
  static async begin(list = version(1), publisher?: (of: Publisher) => void): Promise<ChannelWorld> {
    const world = new ChannelWorld();
    world.shipped = { url: HOST, rootKey: world.publisher.root.line };
    world.saved = { subscriptions: [], order: [], channel: { ...CHANNEL_OFF, isOn: true } };
    await replaceList(world.base, list);
    world.publisher.publish(list);
    publisher?.(world.publisher);
    world.upload();
    return world;
  }

  publish(list: KnowledgeList, signer = this.publisher.present): void {
    this.publisher.publish(list, signer);
    this.upload();
  }

  /** Serves the files of the publisher, and no others. */
  upload(): void {
    this.answers.clear();
    for (const [path, body] of this.publisher.files)
      this.serve(
        { body, headers: { ...JSON_TYPE, etag: `"${this.publisher.present.sign(body).slice(40, 80)}"` } },
        HOST + path,
      );
  }

  /** Removes files from the host. */
  lose(...paths: string[]): void {
    for (const path of paths) this.answers.delete(HOST + path);
  }

  async check(): Promise<UpdateOutcome> {
    const round = await updateLists(this.ports, { signal: forever(), lists: ['tradegloss'] });
    const outcome = round?.outcomes.get('tradegloss');
    if (!outcome) throw new Error('the channel was not looked at');
    return outcome;
  }

  /** Paths that were requested since the last call. */
  asked(): string[] {
    return this.requests.splice(0).map(({ url }) => url.replace(HOST, ''));
  }

  /** The built-in list in use, as a publisher would write it. */
  async document(): Promise<string> {
    const found = await readList(this.base, 'tradegloss');
    if (!found) throw new Error('no built-in list');
    const { header, records } = found;
    const { generation: _g, size: _s, controls: _c, acts: _a, nextPack: _n, ...fields } = header;
    return documentOf({ ...fields, format: 'tradegloss-list/1', phrases: phrasesIn(header), ...records });
  }

  async versionInUse(): Promise<number | undefined> {
    return (await this.base.lists.get('tradegloss'))?.version;
  }
}

/** The first files of each check that finds something new, in the order of their requests. */
export const SMALL = ['latest.json', 'latest.json.minisig', 'keys.json', 'keys.json.minisig'];

export const problemOf = async (world: ChannelWorld): Promise<string | undefined> =>
  (await world.state('tradegloss')).problem?.code;
