package jp.meguri.reading.office;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.UnreadableDocumentException;
import jp.meguri.reading.UnreadableDocumentException.Reason;

/**
 * A docx or xlsx file whose parts are safe to read: no macros, no embedded objects, no
 * links to other files, no document types in its XML.
 */
public final class OfficePackage {

	private static final byte[] ZIP = { 'P', 'K', 3, 4 };

	private static final byte[] OLD = { (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0 };

	private static final byte[] LOCKED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

	private static final String TYPES = "[Content_Types].xml";

	private static final Pattern ACTIVE_PART = Pattern
		.compile(".*(vbaproject|/activex/|/embeddings/|/externallinks/|/macrosheets/|/dialogsheets/|/querytables/"
				+ "|/connections\\.xml|oleobject|/webextensions/).*");

	private static final Set<String> ACTIVE_RELATIONSHIPS = Set.of("oleobject", "package", "vbaproject", "externallink",
			"externallinkpath", "attachedtemplate", "afchunk", "subdocument", "connections", "querytable", "control");

	private final ZipContainer container;

	private final String main;

	private final Kind kind;

	private OfficePackage(ZipContainer container) {
		this.container = container;
		Map<String, String> types = contentTypes();
		this.container.names().forEach(this::checkPart);
		this.main = relationships("").stream()
			.filter((relationship) -> relationship.type().equals("officeDocument"))
			.map(Relationship::target)
			.findFirst()
			.orElseThrow(OfficePackage::broken);
		this.kind = kind(types.getOrDefault(("/" + this.main).toLowerCase(Locale.ROOT), ""));
	}

	/** Whether the file begins like a zip file, as docx and xlsx do. */
	public static boolean isZip(byte[] bytes) {
		return startsWith(bytes, ZIP);
	}

	/** Whether the file begins like xls, doc or a docx or xlsx with a password. */
	public static boolean isCompound(byte[] bytes) {
		return startsWith(bytes, OLD);
	}

	private static boolean startsWith(byte[] bytes, byte[] head) {
		return bytes.length >= head.length && Arrays.equals(bytes, 0, head.length, head, 0, head.length);
	}

	/**
	 * Inspects the whole file.
	 * @throws UnreadableDocumentException if it is no docx or xlsx, or not safe to read
	 */
	public static OfficePackage open(byte[] bytes) {
		if (isCompound(bytes)) {
			throw new UnreadableDocumentException(isLocked(bytes) ? Reason.LOCKED_OFFICE_FILE : Reason.OLD_OFFICE_FILE);
		}
		return new OfficePackage(ZipContainer.open(bytes));
	}

	private static boolean isLocked(byte[] bytes) {
		for (int at = 0; at + LOCKED.length <= bytes.length; at += 2) {
			if (Arrays.equals(bytes, at, at + LOCKED.length, LOCKED, 0, LOCKED.length)) {
				return true;
			}
		}
		return false;
	}

	public Kind kind() {
		return this.kind;
	}

	/** Name of the part everything starts from. */
	public String main() {
		return this.main;
	}

	public Collection<String> parts() {
		return this.container.names();
	}

	/** A part as XML, or null if there is none of this name. */
	public @Nullable XmlPart part(String name) {
		InputStream content = this.container.content(name);
		return (content != null) ? new XmlPart(content) : null;
	}

	/** What a part refers to; the empty name stands for the file itself. */
	public List<Relationship> relationships(String part) {
		int slash = part.lastIndexOf('/');
		String folder = part.substring(0, slash + 1);
		XmlPart xml = part(folder + "_rels/" + part.substring(slash + 1) + ".rels");
		List<Relationship> found = new ArrayList<>();
		while (xml != null && xml.nextStart()) {
			if (xml.name().equals("Relationship")) {
				found.add(relationship(xml, folder));
			}
		}
		return found;
	}

	private static Relationship relationship(XmlPart xml, String folder) {
		String type = xml.attribute("Type", "");
		boolean external = xml.attribute("TargetMode", "").equalsIgnoreCase("External");
		String target = xml.attribute("Target", "");
		return new Relationship(xml.attribute("Id", ""), type.substring(type.lastIndexOf('/') + 1),
				external ? target : resolve(folder, target), external);
	}

	private static String resolve(String folder, String target) {
		List<String> path = new ArrayList<>();
		for (String step : (target.startsWith("/") ? target : folder + target).split("/")) {
			if (step.equals("..")) {
				if (path.isEmpty()) {
					throw broken();
				}
				path.remove(path.size() - 1);
			}
			else if (!step.isEmpty() && !step.equals(".")) {
				path.add(step);
			}
		}
		return String.join("/", path);
	}

	/** Types by part name; the type of an extension is only looked at for macros. */
	private Map<String, String> contentTypes() {
		XmlPart xml = part(TYPES);
		if (xml == null) {
			throw new UnreadableDocumentException(Reason.OFFICE_FILE);
		}
		Map<String, String> types = new HashMap<>();
		while (xml.nextStart()) {
			String type = xml.attribute("ContentType", "");
			String lower = type.toLowerCase(Locale.ROOT);
			if (lower.contains("macroenabled") || lower.contains("vbaproject") || lower.contains("oleobject")) {
				throw new UnreadableDocumentException(Reason.ACTIVE_CONTENT);
			}
			if (xml.name().equals("Override")
					&& types.put(xml.attribute("PartName", "").toLowerCase(Locale.ROOT), type) != null) {
				throw broken();
			}
		}
		return types;
	}

	private void checkPart(String name) {
		String lower = ("/" + name).toLowerCase(Locale.ROOT);
		if (ACTIVE_PART.matcher(lower).matches()) {
			throw new UnreadableDocumentException(Reason.ACTIVE_CONTENT);
		}
		if (lower.endsWith(".xml") || lower.endsWith(".rels") || lower.endsWith(".vml")) {
			XmlPart xml = part(name);
			if (xml == null || !xml.nextStart()) {
				throw broken();
			}
		}
		if (lower.endsWith(".rels")) {
			checkRelationships(lower.substring(1).replaceFirst("_rels/([^/]*)\\.rels$", "$1"));
		}
	}

	private void checkRelationships(String part) {
		for (Relationship relationship : relationships(part)) {
			String type = relationship.type().toLowerCase(Locale.ROOT);
			boolean leadsOut = relationship.external() && !type.equals("hyperlink");
			if (leadsOut || ACTIVE_RELATIONSHIPS.contains(type)) {
				throw new UnreadableDocumentException(Reason.ACTIVE_CONTENT);
			}
		}
	}

	private static Kind kind(String type) {
		if (type.matches(".*wordprocessingml\\.(document|template)\\.main\\+xml")) {
			return Kind.DOCX;
		}
		if (type.matches(".*spreadsheetml\\.(sheet|template)\\.main\\+xml")) {
			return Kind.XLSX;
		}
		throw new UnreadableDocumentException(Reason.OFFICE_FILE);
	}

	private static UnreadableDocumentException broken() {
		return new UnreadableDocumentException(Reason.BROKEN_OFFICE_FILE);
	}

	public enum Kind {

		DOCX, XLSX

	}

}
