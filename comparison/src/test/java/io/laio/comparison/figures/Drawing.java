package io.laio.comparison.figures;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A drawing, parsed: what is not well-formed fails here. */
record Drawing(Document document) {
    static Drawing of(String svg) {
        try {
            return new Drawing(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg))));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    List<Element> elements(String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    List<Element> elements(String name, String styleClass) {
        return elements(name).stream()
                .filter(element ->
                        List.of(element.getAttribute("class").split(" ", -1)).contains(styleClass))
                .toList();
    }

    Element text(String content) {
        return elements("text").stream()
                .filter(element -> element.getTextContent().equals(content))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no text \"" + content + "\""));
    }

    static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
