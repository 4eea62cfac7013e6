// Owns one RichApi batch: object paths, actions in order, results. Stops at the first error; what ran stays applied.
// Must not know which objects Excel has.
import { ExcelError, refuse } from './model';

/** An object as the add-in sees it over the wire. Names are Pascal case. */
export interface HostObject {
  readonly kind: string;
  /** Answered when the object is instantiated; the client then addresses it by it. */
  readonly id?: string;
  readonly scalars: Readonly<Record<string, Scalar>>;
  readonly navigation?: Readonly<Record<string, () => HostObject | null>>;
  readonly methods?: Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
  readonly items?: () => readonly HostObject[];
}

export interface Scalar {
  readonly get: () => unknown;
  /** Without it the property is read-only. */
  readonly set?: (value: unknown) => void;
}

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: {
    readonly Select?: string | readonly string[];
    readonly Expand?: unknown;
    readonly Top?: number;
  };
}

export interface Batch {
  readonly AutoKeepReference?: boolean;
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface BatchError {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  readonly HttpStatusCode: number;
  readonly ActionIndex: number;
}

export interface BatchAnswer {
  readonly Results: { ActionId: number; Value: unknown }[];
  readonly TraceIds: number[];
  readonly Error?: BatchError;
}

const ACTION = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5 } as const;
const PATH = { global: 1, create: 2, method: 3, property: 4, indexer: 5, reference: 6, none: 7 } as const;

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === 'object' && value !== null && 'kind' in value && 'scalars' in value;
}

export class BatchRunner {
  private readonly references = new Map<string, HostObject>();
  private nextReference = 0;

  constructor(
    private readonly root: () => HostObject,
    private readonly services: Readonly<Record<string, HostObject>>,
  ) {}

  /** Runs the first `limit` actions; `beforeAction` may throw an `ExcelError` in place of an action. */
  run(batch: Batch, limit = Infinity): BatchAnswer {
    const results: BatchAnswer['Results'] = [];
    const traces: number[] = [];
    const paths = new Map<number, HostObject | null>();
    const kept = new Set<number>();
    for (const [index, action] of batch.Actions.entries()) {
      if (index >= limit) break;
      try {
        const value = this.act(action, batch, paths, kept);
        if (action.ActionType === ACTION.trace) traces.push(action.Id);
        if (action.ActionType !== ACTION.set) results.push({ ActionId: action.Id, Value: value });
      } catch (error) {
        if (!(error instanceof ExcelError)) throw error;
        return { Results: results, TraceIds: traces, Error: errorOf(error, index, action.Name) };
      }
    }
    return { Results: results, TraceIds: traces };
  }

  private act(action: Action, batch: Batch, paths: Map<number, HostObject | null>, kept: Set<number>): unknown {
    if (action.ActionType === ACTION.trace) return null;
    const target = this.resolve(action.ObjectPathId, batch, paths);
    if (action.ActionType === ACTION.instantiate) {
      if (!target) return null;
      return kept.has(action.ObjectPathId)
        ? { _ReferenceId: this.keep(target) }
        : target.id === undefined
          ? {}
          : { Id: target.id };
    }
    if (!target) return null;
    switch (action.ActionType) {
      case ACTION.query:
        return this.query(target, selectTree(action.QueryInfo?.Select), batch.AutoKeepReference === true);
      case ACTION.method:
        if (action.Name === '_KeepReference') {
          kept.add(action.ObjectPathId);
          return null;
        }
        if (action.Name === '_RemoveReference') return null;
        return this.call(target, action.Name, this.args(action.ArgumentInfo, batch, paths)) ?? null;
      case ACTION.set: {
        const scalar = target.scalars[action.Name];
        if (!scalar) return refuse('NotImplemented', `The stand-in has no ${target.kind}.${action.Name}`);
        if (!scalar.set) return refuse('AccessDenied', `${target.kind}.${action.Name} is read-only`);
        const [value] = this.args(action.ArgumentInfo, batch, paths);
        return scalar.set(value);
      }
      default:
        return refuse('NotImplemented', `The stand-in has no action type ${action.ActionType}`);
    }
  }

  private keep(target: HostObject): string {
    const id = `ref-${++this.nextReference}`;
    this.references.set(id, target);
    return id;
  }

  private resolve(id: number, batch: Batch, paths: Map<number, HostObject | null>): HostObject | null {
    if (paths.has(id)) return paths.get(id) ?? null;
    const path = batch.ObjectPaths[String(id)];
    if (!path) return refuse('InvalidObjectPath', `No path ${id}`);
    const found = this.follow(path, batch, paths);
    paths.set(id, found);
    return found;
  }

  private follow(path: ObjectPath, batch: Batch, paths: Map<number, HostObject | null>): HostObject | null {
    const { ObjectPathType: type, Name: name } = path;
    if (type === PATH.global) return this.root();
    if (type === PATH.none) return null;
    if (type === PATH.create)
      return this.services[name] ?? refuse('NotImplemented', `The stand-in has no service ${name}`);
    if (type === PATH.reference)
      return this.references.get(name) ?? refuse('InvalidObjectPath', `No reference ${name}`);
    const parent = this.resolve(path.ParentObjectPathId ?? -1, batch, paths);
    if (!parent) return null;
    if (type === PATH.property) {
      const member = parent.navigation?.[name];
      return member ? member() : refuse('NotImplemented', `The stand-in has no ${parent.kind}.${name}`);
    }
    const args = this.args(path.ArgumentInfo, batch, paths);
    const value = this.call(parent, type === PATH.indexer ? 'GetItem' : name, args);
    if (value === null || isHostObject(value)) return value;
    return refuse('InvalidObjectPath', `${parent.kind}.${name} answers no object`);
  }

  private call(target: HostObject, name: string, args: readonly unknown[]): unknown {
    const method = target.methods?.[name];
    return method ? method(...args) : refuse('NotImplemented', `The stand-in has no ${target.kind}.${name}()`);
  }

  private args(info: ArgumentInfo | undefined, batch: Batch, paths: Map<number, HostObject | null>): unknown[] {
    const replace = (value: unknown, reference: unknown): unknown => {
      if (Array.isArray(value) && Array.isArray(reference)) return value.map((one, at) => replace(one, reference[at]));
      return typeof reference === 'number' && reference !== 0 ? this.resolve(reference, batch, paths) : value;
    };
    return (info?.Arguments ?? []).map((value, at) => replace(value, info?.ReferencedObjectPathIds?.[at]));
  }

  private query(target: HostObject, select: SelectTree | null, keepsReferences: boolean): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    if (target.id !== undefined) result['Id'] = target.id;
    const items = target.items?.();
    if (items) {
      result['_Items'] = items.map((item) => {
        const value = this.query(item, select, keepsReferences);
        if (keepsReferences && item.kind === 'Range') value['_ReferenceId'] = this.keep(item);
        return value;
      });
    }
    const names = select && select.size > 0 ? [...select.keys()] : items ? [] : Object.keys(target.scalars);
    for (const name of names) {
      const below = select?.get(name);
      const scalar = target.scalars[name];
      const navigation = target.navigation?.[name];
      if (scalar) result[name] = scalar.get();
      else if (navigation) {
        const object = navigation();
        result[name] = object ? this.query(object, below ?? null, keepsReferences) : null;
      } else if (!items) refuse('NotImplemented', `The stand-in has no ${target.kind}.${name}`);
    }
    return result;
  }
}

type SelectTree = Map<string, SelectTree>;

/** `items/format/fill/color, address` as a tree of Pascal-case names; null asks for everything. */
function selectTree(select: string | readonly string[] | undefined): SelectTree | null {
  const entries = (typeof select === 'string' ? select.split(',') : (select ?? [])).map((one) => one.trim());
  if (entries.length === 0 || entries.includes('*')) return null;
  const tree: SelectTree = new Map();
  for (const entry of entries) {
    let at = tree;
    for (const part of entry.split('/')) {
      if (part === 'items' || part === '') continue;
      const name = part[0]?.toUpperCase() + part.slice(1);
      const next = at.get(name) ?? new Map<string, never>();
      at.set(name, next);
      at = next;
    }
  }
  return tree;
}

export function errorOf(error: ExcelError, index: number, location: string): BatchError {
  return { Code: error.code, Message: error.message, Location: location, HttpStatusCode: 400, ActionIndex: index };
}
