/** JSON: values, a bounded parser, a writer and a tokenizer over streamed bytes. */
package org.terrella.json;
