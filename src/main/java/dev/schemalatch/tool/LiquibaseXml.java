package dev.schemalatch.tool;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML without document types, entities and anything that is not in the text. */
final class LiquibaseXml {

    private static final int DEEPEST = 100;

    private LiquibaseXml() {}

    /** The root node; empty where it is no XML, or XML with a document type. */
    static Optional<LiquibaseNode> read(String text) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new java.io.ByteArrayInputStream(new byte[0]));
        try {
            var reader = factory.createXMLStreamReader(new StringReader(text.strip()));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    return Optional.of(element(reader, 0));
                }
            }
            return Optional.empty();
        } catch (XMLStreamException broken) {
            return Optional.empty();
        }
    }

    private static LiquibaseNode element(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("deeper than " + DEEPEST);
        }
        var name = reader.getLocalName();
        var children = new ArrayList<LiquibaseNode>();
        for (var i = 0; i < reader.getAttributeCount(); i++) {
            children.add(new LiquibaseNode(reader.getAttributeLocalName(i), reader.getAttributeValue(i), List.of()));
        }
        var text = new StringBuilder();
        for (var event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(reader, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("entity " + reader.getLocalName());
                default -> {}
            }
        }
        return new LiquibaseNode(name, text.toString(), children);
    }
}
