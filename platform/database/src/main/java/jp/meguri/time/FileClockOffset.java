package jp.meguri.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAmount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An offset such as {@code P20D} or {@code PT6H}, read again whenever its file changes.
 * No file is no offset.
 */
final class FileClockOffset implements ClockOffset {

	private static final Logger log = LoggerFactory.getLogger(FileClockOffset.class);

	private record Reading(String state, TemporalAmount offset) {
	}

	private final Path file;

	private volatile Reading last = new Reading("", Duration.ZERO);

	FileClockOffset(Path file) {
		this.file = file;
	}

	@Override
	public ZonedDateTime addTo(ZonedDateTime time) {
		return time.plus(current());
	}

	private TemporalAmount current() {
		try {
			BasicFileAttributes attributes = Files.readAttributes(this.file, BasicFileAttributes.class);
			String state = attributes.lastModifiedTime() + "/" + attributes.size() + "/" + attributes.fileKey();
			if (!state.equals(this.last.state())) {
				this.last = new Reading(state, parse(Files.readString(this.file).strip()));
				log.info("Domain time is {} ahead", this.last.offset());
			}
			return this.last.offset();
		}
		catch (NoSuchFileException ex) {
			return Duration.ZERO;
		}
		catch (IOException | DateTimeException ex) {
			log.warn("Cannot read the clock's offset from {}, keeping {}", this.file, this.last.offset(), ex);
			return this.last.offset();
		}
	}

	private static TemporalAmount parse(String text) {
		if (text.isEmpty()) {
			return Duration.ZERO;
		}
		return text.contains("T") ? Duration.parse(text) : Period.parse(text);
	}

}
