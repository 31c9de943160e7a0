package jp.meguri.events.content;

/**
 * Marks printed beside goals and entries: 重点 (goals only), 新規, 拡充 (entries).
 */
public enum Tag {

	PRIORITY, NEW, EXPANDED

}
