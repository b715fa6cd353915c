/**
 * What one side does about each message that the other may send: a message that nobody handles does not compile.
 * `Context` is what a handler has to know beside the message.
 */
export type Handlers<Message extends { type: string }, Context extends unknown[] = []> = {
  [Type in Message['type']]: (message: Extract<Message, { type: Type }>, ...context: Context) => unknown;
};

/**
 * Hands a message to its handler and gives what that returns. What is no message of the protocol, as another
 * version may send it, means nothing.
 */
export function handle<Message extends { type: string }, Context extends unknown[]>(
  handlers: Handlers<Message, Context>,
  message: Message,
  ...context: Context
): unknown {
  if (!Object.hasOwn(handlers, message.type)) return undefined;
  const own = handlers[message.type as Message['type']];
  return (own as (message: Message, ...context: Context) => unknown)(message, ...context);
}
