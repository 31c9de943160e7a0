package jp.meguri.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import jp.meguri.local.files.PrivateFiles;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The passwords of this machine's Meguri: made once, kept in a file only the owner may
 * read.
 */
public final class Secrets {

	private static final int BYTES = 32;

	private final SecureRandom random = new SecureRandom();

	private final JsonMapper json = JsonMapper.builder().build();

	private final Map<String, String> values;

	private final Path file;

	private Secrets(Path file, Map<String, String> values) {
		this.file = file;
		this.values = values;
	}

	public static Secrets in(Path file) throws IOException {
		var values = new TreeMap<String, String>();
		if (Files.exists(file)) {
			values
				.putAll(JsonMapper.builder().build().readValue(file.toFile(), new TypeReference<Map<String, String>>() {
				}));
		}
		return new Secrets(file, values);
	}

	/** 32 random bytes as Base64, the same at every call. */
	public synchronized String key(String name) {
		return value(name, Base64.getEncoder());
	}

	/** A password without signs that an address or a script would have to escape. */
	public synchronized String password(String name) {
		return value(name, Base64.getUrlEncoder().withoutPadding());
	}

	private String value(String name, Base64.Encoder encoder) {
		var known = this.values.get(name);
		if (known != null) {
			return known;
		}
		byte[] bytes = new byte[BYTES];
		this.random.nextBytes(bytes);
		var made = encoder.encodeToString(bytes);
		this.values.put(name, made);
		save();
		return made;
	}

	private void save() {
		try {
			PrivateFiles.write(this.file, this.json.writerWithDefaultPrettyPrinter().writeValueAsString(this.values));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
