package jp.meguri.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The real documents of the domain guide that have a gold list. They are not part of this
 * repository: they are looked for in {@code ../shared/documents} beside the project (or
 * {@code -Dmeguri.documents}).
 */
public enum RealDocument {

	T20("000_312b01cd583a9926.txt"), O11("002_f6dabd23c99f11df.txt"), K23("003_d53926615c04e955.txt"),
	M20("004_2935a94095a34f24.txt");

	private final String file;

	RealDocument(String file) {
		this.file = file;
	}

	/** The decoded text; the calling test is skipped, and says so, without the file. */
	public String text() {
		Path path = folder().resolve(this.file);
		assumeTrue(Files.exists(path), () -> "the real document is not here: " + path.toAbsolutePath());
		try {
			return SourceDocument.decode(this.file, Files.readAllBytes(path)).text();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path folder() {
		String configured = System.getProperty("meguri.documents");
		return (configured != null) ? Path.of(configured) : Path.of("../../../shared/documents");
	}

}
