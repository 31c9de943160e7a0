package jp.meguri.faults.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import jp.meguri.faults.load.Counts;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the run leaves to the auditor beside its logs.
 *
 * @param seed everything random followed from it
 * @param began when people began to work
 * @param ended when the last had stopped
 * @param requests what they counted
 * @param replayed records that were sent once more in the end
 */
public record RunNote(long seed, Instant began, Instant ended, Counts.Total requests, long replayed) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String FILE = "run.json";

	public void write(Path home) throws IOException {
		Files.writeString(home.resolve(FILE), JSON.writeValueAsString(this));
	}

	public static RunNote read(Path home) throws IOException {
		return JSON.readValue(Files.readString(home.resolve(FILE)), RunNote.class);
	}

}
