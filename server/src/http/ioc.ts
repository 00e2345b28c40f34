import type { IocContainer, IocContainerFactory } from '@tsoa/runtime';
import type { Request } from 'express';

/** Where the generated routes get their controllers: the ones that `compose.ts` built for this app. */
export const iocContainer: IocContainerFactory<Request> = (request) =>
  request.app.locals.controllers as IocContainer;
