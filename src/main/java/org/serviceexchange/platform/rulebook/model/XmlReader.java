package org.serviceexchange.platform.rulebook.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a model without document types, entities and external files. */
public final class XmlReader extends DefaultHandler {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private final Deque<XmlElement> open = new ArrayDeque<>();
    private @Nullable XmlElement root;
    private @Nullable Locator place;

    private XmlReader() {}

    /** The root element; an exception whose message says what is wrong with the file. */
    public static XmlElement read(byte[] content) throws SAXException {
        XmlReader reader = new XmlReader();
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            factory.newSAXParser().parse(new ByteArrayInputStream(content), reader);
        } catch (IOException | ParserConfigurationException e) {
            throw new SAXException(e);
        }
        return Objects.requireNonNull(reader.root);
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        place = locator;
    }

    @Override
    public void startElement(String namespace, String name, String prefixed, Attributes attributes) {
        XmlElement element = XmlElement.of(namespace, name, place == null ? 0 : place.getLineNumber());
        for (int i = 0; i < attributes.getLength(); i++) {
            element.attributes()
                    .put(XmlElement.key(attributes.getURI(i), attributes.getLocalName(i)), attributes.getValue(i));
        }
        XmlElement parent = open.peek();
        if (parent == null) {
            root = element;
        } else {
            parent.children().add(element);
        }
        open.push(element);
    }

    @Override
    public void characters(char[] text, int start, int length) {
        open.element().text().append(text, start, length);
    }

    @Override
    public void endElement(String namespace, String name, String prefixed) {
        open.pop();
    }

    /** A model refers to nothing outside itself. */
    @Override
    public InputSource resolveEntity(String publicId, String systemId) throws SAXException {
        throw new SAXException("External entity: " + systemId);
    }

    @Override
    public void error(SAXParseException error) throws SAXException {
        throw error;
    }
}
