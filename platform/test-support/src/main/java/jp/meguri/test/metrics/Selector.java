package jp.meguri.test.metrics;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A metric as a PromQL expression asks for it.
 *
 * @param metric name as scraped
 * @param matchers by label, what stands in braces
 * @param grouping labels the expression groups by
 */
public record Selector(String metric, Map<String, Matcher> matchers, Set<String> grouping) {

	/** Whose numbers they are; every service sets it on all it tells. */
	static final String APPLICATION = "application";

	/** Set by whoever scrapes. */
	private static final Set<String> OF_THE_TARGET = Set.of("instance", "job", "namespace", "pod");

	/**
	 * One condition on a label.
	 *
	 * @param operator one of {@code = != =~ !~}
	 */
	public record Matcher(String operator, String value) {

		boolean admits(String text) {
			// A variable of a dashboard stands for anything.
			if (this.value.startsWith("$")) {
				return true;
			}
			return switch (this.operator) {
				case "=" -> text.equals(this.value);
				case "!=" -> !text.equals(this.value);
				case "=~" -> text.matches(this.value);
				default -> !text.matches(this.value);
			};
		}

	}

	/** Whether it asks for numbers of this service. */
	public boolean isAbout(String application) {
		Matcher matcher = this.matchers.get(APPLICATION);
		return matcher == null || matcher.admits(application);
	}

	/**
	 * Whether a line has the name and all labels asked for. Values must fit where one
	 * value is named; those of a pattern ({@code 5..}) come and go.
	 */
	boolean fits(Sample sample) {
		Set<String> labels = new HashSet<>(this.grouping);
		labels.addAll(this.matchers.keySet());
		labels.removeAll(OF_THE_TARGET);
		return sample.name().equals(this.metric) && sample.labels().keySet().containsAll(labels)
				&& this.matchers.entrySet()
					.stream()
					.filter((matcher) -> matcher.getValue().operator().equals("="))
					.filter((matcher) -> sample.labels().containsKey(matcher.getKey()))
					.allMatch((matcher) -> matcher.getValue().admits(sample.labels().get(matcher.getKey())));
	}

}
