package jp.meguri.reading.office;

import java.io.InputStream;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.UnreadableDocumentException;
import jp.meguri.reading.UnreadableDocumentException.Reason;

/**
 * Walks over one XML part, by local names: the transitional and the strict form of the
 * standard differ in namespaces only. Document types are refused, so nothing can be
 * expanded or fetched.
 */
public final class XmlPart {

	private static final XMLInputFactory FACTORY = factory();

	private static final int DEEPEST = 256;

	private final XMLStreamReader reader;

	private int depth;

	XmlPart(InputStream content) {
		try {
			this.reader = FACTORY.createXMLStreamReader(content);
		}
		catch (XMLStreamException ex) {
			throw broken();
		}
	}

	private static XMLInputFactory factory() {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_COALESCING, false);
		factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
		factory.setXMLResolver((publicId, systemId, base, namespace) -> {
			throw new XMLStreamException("external");
		});
		return factory;
	}

	/**
	 * Goes on to the next start or end of an element, or to text.
	 * @return false at the end of the part
	 */
	public boolean next() {
		try {
			while (this.reader.hasNext()) {
				int event = this.reader.next();
				switch (event) {
					case XMLStreamConstants.START_ELEMENT -> {
						if (++this.depth > DEEPEST) {
							throw broken();
						}
						return true;
					}
					case XMLStreamConstants.END_ELEMENT -> {
						this.depth--;
						return true;
					}
					case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
						return true;
					}
					case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw broken();
					default -> {
						// comments and processing instructions are no content
					}
				}
			}
			return false;
		}
		catch (XMLStreamException ex) {
			throw broken();
		}
	}

	/** Goes on to the next start of an element. */
	public boolean nextStart() {
		while (next()) {
			if (this.reader.isStartElement()) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Goes on to the next child of the element that began at this depth.
	 * @return false when that element ends
	 */
	public boolean nextChild(int parentDepth) {
		while (next()) {
			if (this.reader.isEndElement() && this.depth < parentDepth) {
				return false;
			}
			if (this.reader.isStartElement() && this.depth == parentDepth + 1) {
				return true;
			}
		}
		return false;
	}

	/** Skips the rest of the element that has just begun. */
	public void skip() {
		int outside = this.depth - 1;
		while (this.depth > outside && next()) {
			// everything inside is skipped
		}
	}

	/** All text inside the element that has just begun. */
	public String text() {
		StringBuilder text = new StringBuilder();
		int outside = this.depth - 1;
		while (this.depth > outside && next()) {
			if (this.reader.isCharacters()) {
				text.append(this.reader.getTextCharacters(), this.reader.getTextStart(), this.reader.getTextLength());
			}
		}
		return text.toString();
	}

	public boolean isStart() {
		return this.reader.isStartElement();
	}

	public boolean isStart(String name) {
		return this.reader.isStartElement() && this.reader.getLocalName().equals(name);
	}

	public boolean isEnd() {
		return this.reader.isEndElement();
	}

	/** Name of the element that begins or ends here. */
	public String name() {
		return this.reader.getLocalName();
	}

	/** How many elements are open, this one included. */
	public int depth() {
		return this.depth;
	}

	/** An attribute of whatever namespace, or null. */
	public @Nullable String attribute(String name) {
		for (int i = 0; i < this.reader.getAttributeCount(); i++) {
			if (this.reader.getAttributeLocalName(i).equals(name)) {
				return this.reader.getAttributeValue(i);
			}
		}
		return null;
	}

	public String attribute(String name, String otherwise) {
		String value = attribute(name);
		return (value != null) ? value : otherwise;
	}

	/**
	 * A whole number, or the other value where the attribute is missing or no number.
	 */
	public int number(String name, int otherwise) {
		String value = attribute(name);
		return (value != null && value.matches("-?\\d{1,9}")) ? Integer.parseInt(value) : otherwise;
	}

	/** A switch: {@code 1} and {@code true} are on, and so is one without value. */
	public boolean flag(String name) {
		String value = attribute(name);
		return value != null && (value.equals("1") || value.equals("true") || value.equals("on"));
	}

	private static UnreadableDocumentException broken() {
		return new UnreadableDocumentException(Reason.BROKEN_OFFICE_FILE);
	}

}
