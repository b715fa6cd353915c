import { describe, expect, it } from 'vitest';
import { sketch } from '../sketch.fixture.ts';

describe('<pre>', () => {
  it.each<[string, ...string[]]>([
    ['<pre>a</pre>', 'fence "a"'],
    ['<pre><code class="language-sh">a\n</code></pre>', 'fence sh "a"'],
    ['<pre>\n\na\n</pre>b', 'fence "a\\nb"'],
    ['<pre>a <id> b</pre>', 'fence "a <id> b"'],
    ['<pre>a<br>b</pre>', 'fence "a\\nb"'],
    ['<pre><b>a</b> &lt;c&gt;</pre>', 'fence "a <c>"'],
    ['<pre>a\n\nb', 'fence "a\\n\\nb"'],
    ['<pre></pre>'],
    ['<pre lang="py">a</pre>', 'fence py "a"'],
    ['<pre>cat <<EOF >f</pre>', 'fence "cat <<EOF >f"'],
    ['<pre><a-b> <?x?> <!-- c -->y &lt;z</pre>', 'fence "<a-b> <?x?> y <z"'],
    ['<pre>cat <<<x\nb <!-- c --> &lt;y</pre>', 'fence "cat <<<x\\nb  <y"'],
    ['<pre>List<a>x</a><T>y</T></pre>', 'fence "Listx<T>y</T>"'],
  ])('%j', (page, ...blocks) => {
    expect(sketch(page)).toEqual(blocks);
  });
});
