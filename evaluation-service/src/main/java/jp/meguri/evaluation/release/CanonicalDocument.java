package jp.meguri.evaluation.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.json.JsonMapper;

/**
 * A release document as its canonical bytes (RFC 8785) and their SHA-256. The bytes are
 * what is stored and handed out; nothing is written again from objects.
 *
 * @param json the canonical text
 * @param sha256 hash of its UTF-8 bytes, lower-case hex
 */
public record CanonicalDocument(String json, String sha256) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/**
	 * Bring a document into its one canonical form.
	 */
	public static CanonicalDocument of(ReleaseDocument document) {
		String json = canonical(JSON.writeValueAsString(document));
		return new CanonicalDocument(json, hash(json));
	}

	/**
	 * The document that stored canonical text holds.
	 */
	public static ReleaseDocument read(String json) {
		return JSON.readValue(json, ReleaseDocument.class);
	}

	/** Whether text and hash still belong together. */
	public boolean isIntact() {
		return hash(this.json).equals(this.sha256);
	}

	public byte[] bytes() {
		return this.json.getBytes(StandardCharsets.UTF_8);
	}

	static String canonical(String json) {
		try {
			return new JsonCanonicalizer(json).getEncodedString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String hash(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
