/**
 * What every service's HTTP side shares: who is asking and what for, revisions, answers
 * to mistakes, creates that happen once.
 */
@NullMarked
package jp.meguri.web;

import org.jspecify.annotations.NullMarked;
