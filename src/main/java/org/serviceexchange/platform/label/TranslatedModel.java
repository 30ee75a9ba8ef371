package org.serviceexchange.platform.label;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A BPMN file as a picture in the language of its reader: labels, names of frames and notes are translated, ids stay. */
public final class TranslatedModel {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private TranslatedModel() {}

    /** Translates a file that the engine accepted; it is for people to look at and never deployed. */
    public static String of(String model, ModelLabels labels, Locale language) {
        if (model.isEmpty() || !labels.speaks(language)) {
            return model;
        }
        try {
            Document document = read(model);
            NodeList elements = document.getElementsByTagNameNS(BPMN, "*");
            for (int i = 0; i < elements.getLength(); i++) {
                translate((Element) elements.item(i), labels, language);
            }
            return written(document);
        } catch (IOException | ParserConfigurationException | SAXException | TransformerException e) {
            throw new IllegalArgumentException("The model cannot be read: " + e.getMessage(), e);
        }
    }

    private static void translate(Element element, ModelLabels labels, Locale language) {
        // A frame has its name in a category
        String attribute = element.getLocalName().equals("categoryValue") ? "value" : "name";
        labels.drawn(element.getAttribute(attribute), language)
                .ifPresent(translation -> element.setAttribute(attribute, translation));
        if (element.getLocalName().equals("text")) {
            labels.drawn(element.getTextContent(), language).ifPresent(element::setTextContent);
        }
    }

    private static Document read(String model) throws IOException, ParserConfigurationException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature(NO_DOCTYPE, true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(model.getBytes(UTF_8)));
    }

    private static String written(Document document) throws TransformerException {
        TransformerFactory factory = TransformerFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        StringWriter text = new StringWriter();
        factory.newTransformer().transform(new DOMSource(document), new StreamResult(text));
        return text.toString();
    }
}
