package jp.meguri.events;

import java.util.List;

/**
 * The names of the topics. The number of partitions is fixed for good: it decides which
 * events keep their order.
 */
public final class Topics {

	public static final String CATALOG = "meguri.catalog.v1";

	public static final String GOALS = "meguri.goals.v1";

	public static final String EVALUATIONS = "meguri.evaluations.v1";

	public static final String DEAD_LETTER_SUFFIX = ".dlt";

	public static final int PARTITIONS = 12;

	public static final List<String> ALL = List.of(CATALOG, GOALS, EVALUATIONS);

	private Topics() {
	}

}
