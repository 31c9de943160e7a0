package jp.meguri.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to run.
 *
 * @param name what it is called on screen and in the log's name
 * @param words program and arguments; no secrets, everybody on the machine can read them
 * @param environment what is added to our own environment
 * @param directory where it runs
 * @param log where its output goes
 */
public record Command(String name, List<String> words, Map<String, String> environment, Path directory, Path log) {

	@Override
	public String toString() {
		return this.name + " " + this.words;
	}

}
