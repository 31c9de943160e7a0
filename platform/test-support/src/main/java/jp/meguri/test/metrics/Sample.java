package jp.meguri.test.metrics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of what Prometheus scrapes.
 */
record Sample(String name, Map<String, String> labels) {

	private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? \\S+");

	private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

	static List<Sample> of(String scrape) {
		return scrape.lines().filter((line) -> !line.startsWith("#") && !line.isBlank()).map(Sample::line).toList();
	}

	private static Sample line(String line) {
		Matcher found = LINE.matcher(line);
		if (!found.matches()) {
			throw new IllegalArgumentException(line);
		}
		Map<String, String> labels = new HashMap<>();
		if (found.group(2) != null) {
			Matcher label = LABEL.matcher(found.group(2));
			while (label.find()) {
				labels.put(label.group(1), label.group(2));
			}
		}
		return new Sample(found.group(1), Map.copyOf(labels));
	}

}
