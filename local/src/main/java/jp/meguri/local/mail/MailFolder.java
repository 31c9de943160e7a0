package jp.meguri.local.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The directory that keeps one {@code .eml} file per mail and receiver. The names sort by
 * time.
 */
public final class MailFolder {

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'")
		.withZone(ZoneOffset.UTC);

	private final AtomicInteger count = new AtomicInteger();

	private final Path directory;

	private final Clock clock;

	public MailFolder(Path directory, Clock clock) {
		this.directory = directory;
		this.clock = clock;
	}

	void keep(MimeMessage message, String receiver) throws IOException, MessagingException {
		var bytes = new ByteArrayOutputStream();
		message.writeTo(bytes);
		Files.createDirectories(this.directory);
		var name = "%s-%04d-%s.eml".formatted(STAMP.format(this.clock.instant()), this.count.incrementAndGet(),
				receiver.replaceAll("[^A-Za-z0-9.@_-]", "_"));
		var draft = this.directory.resolve(name + ".part");
		Files.write(draft, bytes.toByteArray());
		Files.move(draft, this.directory.resolve(name));
	}

	/** What is there, newest first. */
	List<String> names() throws IOException {
		if (!Files.isDirectory(this.directory)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(this.directory)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(".eml"))
				.sorted(Comparator.reverseOrder())
				.toList();
		}
	}

	Optional<Path> file(String name) throws IOException {
		return names().contains(name) ? Optional.of(this.directory.resolve(name)) : Optional.empty();
	}

}
