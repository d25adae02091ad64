import { readEndnoteXml, readIctrpXml, readPubmedXml } from '@shared/formats/xml';
import { describeFixtures } from './expect-fixture';

describeFixtures({ 'endnote-xml': readEndnoteXml, 'pubmed-xml': readPubmedXml, 'ictrp-xml': readIctrpXml });
