/**
 * The software bill of materials of a package, as CycloneDX (https://cyclonedx.org). The same
 * packages give the same bytes.
 */
import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import type { LockedPackage } from './locked-packages.ts';

interface Described {
  name: string;
  version: string;
  license: string;
  packages: readonly LockedPackage[];
}

function componentOf({ path, name, version, resolved, integrity, license }: LockedPackage): Models.Component {
  const [scope, bare] = name.startsWith('@') ? name.split('/') : [undefined, name];
  const component = new Models.Component(Enums.ComponentType.Library, bare ?? name, {
    version,
    group: scope,
    bomRef: path,
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
  });
  if (integrity.startsWith('sha512-'))
    component.hashes.set(
      Enums.HashAlgorithm['SHA-512'],
      Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex'),
    );
  if (license) component.licenses.add(licenseOf(license));
  if (resolved)
    component.externalReferences.add(new Models.ExternalReference(resolved, Enums.ExternalReferenceType.Distribution));
  return component;
}

/** An SPDX id, or an expression such as "(MIT OR Apache-2.0)". */
const licenseOf = (license: string) =>
  / (?:OR|AND|WITH) /.test(license) ? new Models.LicenseExpression(license) : new Models.SpdxLicense(license);

export function billOfMaterials({ name, version, license, packages }: Described): string {
  const bom = new Models.Bom();
  const root = new Models.Component(Enums.ComponentType.Application, name, { version, bomRef: name });
  root.licenses.add(licenseOf(license));
  bom.metadata.component = root;
  for (const one of packages) {
    const component = componentOf(one);
    bom.components.add(component);
    root.dependencies.add(component.bomRef);
  }
  const factory = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  return new Serialize.JsonSerializer(factory).serialize(bom, { sortLists: true, space: 2 });
}
