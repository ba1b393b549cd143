import type { AttributeDeclaration } from './attributes';

/** A catalogue as a tree of path segments. */
interface CatalogueNode {
  readonly children: Map<string, CatalogueNode>;
  declaration?: AttributeDeclaration;
}

/** Catalogues live as long as a manifest and are asked for every attribute of every context. */
const trees = new WeakMap<readonly AttributeDeclaration[], CatalogueNode>();

/**
 * The declaration of an attribute path, `undefined` if there is none.
 *
 * A named segment beats `*`, so a project may declare `traits.plan` beside `traits.*`. The catalogue must not be
 * changed after its first use.
 */
export const findDeclaration = (
  catalogue: readonly AttributeDeclaration[],
  path: string | readonly string[],
): AttributeDeclaration | undefined => {
  let tree = trees.get(catalogue);
  if (!tree) {
    tree = treeOf(catalogue);
    trees.set(catalogue, tree);
  }
  return search(tree, typeof path === 'string' ? path.split('.') : path, 0);
};

const treeOf = (catalogue: readonly AttributeDeclaration[]): CatalogueNode => {
  const root: CatalogueNode = { children: new Map() };
  for (const declaration of catalogue) {
    let node = root;
    for (const segment of declaration.path.split('.')) {
      let child = node.children.get(segment);
      if (!child) {
        child = { children: new Map() };
        node.children.set(segment, child);
      }
      node = child;
    }
    node.declaration = declaration;
  }
  return root;
};

const search = (
  node: CatalogueNode,
  segments: readonly string[],
  position: number,
): AttributeDeclaration | undefined => {
  const segment = segments[position];
  if (segment === undefined) return node.declaration;
  const named = node.children.get(segment);
  const found = named && search(named, segments, position + 1);
  if (found || segment === '*') return found;
  const wildcard = node.children.get('*');
  return wildcard && search(wildcard, segments, position + 1);
};
