package jp.meguri.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusinessClockTest {

	private static final Instant NOW = Instant.parse("2026-11-21T15:30:00Z");

	@TempDir
	Path directory;

	@Test
	void today_isTheDayInJapan() {
		assertThat(BusinessClock.fixed(NOW).today()).isEqualTo(LocalDate.of(2026, 11, 22));
	}

	@Test
	void now_followsTheFile() throws IOException {
		Path file = this.directory.resolve("offset");
		BusinessClock clock = new BusinessClock(() -> NOW, new FileClockOffset(file));
		assertThat(clock.now()).isEqualTo(NOW);
		write(file, "P20D\n", 1);
		assertThat(clock.now()).isEqualTo(Instant.parse("2026-12-11T15:30:00Z"));
		write(file, "P1M", 2);
		assertThat(clock.now()).isEqualTo(Instant.parse("2026-12-21T15:30:00Z"));
		write(file, "P1DT6H", 3);
		assertThat(clock.now()).isEqualTo(Instant.parse("2026-11-22T21:30:00Z"));
		Files.delete(file);
		assertThat(clock.now()).isEqualTo(NOW);
	}

	@Test
	void now_keepsTheLastOffset_whenTheFileIsBroken() throws IOException {
		Path file = this.directory.resolve("offset");
		BusinessClock clock = new BusinessClock(() -> NOW, new FileClockOffset(file));
		write(file, "P1D", 1);
		clock.now();
		write(file, "tomorrow", 2);
		assertThat(clock.now()).isEqualTo(Instant.parse("2026-11-22T15:30:00Z"));
	}

	private static void write(Path file, String text, long second) throws IOException {
		Files.writeString(file, text);
		Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(second)));
	}

}
